package io.cgroups.blkio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.Converted;
import io.cgroups.unit.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IoWeightConversionTest {

    @ParameterizedTest
    @CsvSource({
        "DEFAULT_PRESERVING,500,100,EXACT",
        "DEFAULT_PRESERVING,10,2,EXACT",
        "DEFAULT_PRESERVING,100,20,EXACT",
        "DEFAULT_PRESERVING,104,20,ROUNDED",
        "DEFAULT_PRESERVING,1000,200,EXACT",
        "DEFAULT_PRESERVING,5,1,ROUNDED",
        "DEFAULT_PRESERVING,4,1,CLAMPED",
        "OCI,10,1,EXACT",
        "OCI,100,910,EXACT",
        "OCI,500,4950,EXACT",
        "OCI,1000,10000,EXACT",
        "OCI,9,1,CLAMPED",
        "OCI,1,1,CLAMPED",
        "BFQ,1,1,EXACT",
        "BFQ,100,100,EXACT",
        "BFQ,109,199,EXACT",
        "BFQ,1000,10000,EXACT"
    })
    void weightsOfV1BecomeThoseOfV2(IoWeightConversion conversion, int blkio, int io, Loss loss) {
        Converted<IoWeight> converted = conversion.convert(BlkioWeight.of(blkio));

        assertThat(converted.value()).contains(IoWeight.of(io));
        assertThat(converted.loss()).isEqualTo(loss);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT_PRESERVING,100,500,EXACT",
        "DEFAULT_PRESERVING,2,10,EXACT",
        "DEFAULT_PRESERVING,1,10,CLAMPED",
        "DEFAULT_PRESERVING,200,1000,EXACT",
        "DEFAULT_PRESERVING,201,1000,CLAMPED",
        "DEFAULT_PRESERVING,10000,1000,CLAMPED",
        "OCI,1,10,EXACT",
        "OCI,2,11,ROUNDED",
        "OCI,910,100,EXACT",
        "OCI,10000,1000,EXACT",
        "BFQ,1,1,EXACT",
        "BFQ,100,100,EXACT",
        "BFQ,200,109,ROUNDED",
        "BFQ,1000,181,ROUNDED",
        "BFQ,10000,1000,EXACT"
    })
    void weightsOfV2BecomeThoseOfV1(IoWeightConversion conversion, int io, int blkio, Loss loss) {
        Converted<BlkioWeight> converted = conversion.convert(IoWeight.of(io));

        assertThat(converted.value()).contains(BlkioWeight.of(blkio));
        assertThat(converted.loss()).isEqualTo(loss);
    }

    @Test
    void everyWeightOfItsSchedulerComesBackOverTheWiderScales() {
        for (IoWeightConversion conversion :
                new IoWeightConversion[] {IoWeightConversion.OCI, IoWeightConversion.BFQ}) {
            int min = conversion.scale().min().value();
            for (int value = min; value <= BlkioWeight.MAX; value++) {
                BlkioWeight weight = BlkioWeight.of(value);
                assertThat(conversion.toBlkioWeight(conversion.toIoWeight(weight)))
                        .isEqualTo(weight);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfAllWeightsIsKept(IoWeightConversion conversion) {
        IoWeight before = IoWeight.of(IoWeight.MIN);
        for (int value = BlkioWeight.MIN; value <= BlkioWeight.MAX; value++) {
            BlkioWeight weight = BlkioWeight.of(value);
            IoWeight io = conversion.toIoWeight(weight);
            assertThat(io).isGreaterThanOrEqualTo(before);
            assertThat(conversion.convert(weight).loss() == Loss.EXACT)
                    .isEqualTo(conversion.toBlkioWeight(io).equals(weight));
            before = io;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT_PRESERVING", "BFQ"})
    void theDefaultsMeet(IoWeightConversion conversion) {
        assertThat(conversion.toIoWeight(conversion.scale().defaultWeight())).isEqualTo(IoWeight.DEFAULT);
        assertThat(conversion.toBlkioWeight(IoWeight.DEFAULT))
                .isEqualTo(conversion.scale().defaultWeight());
    }

    @ParameterizedTest
    @EnumSource
    void everyWeightOfV2IsOneOfTheScheduler(IoWeightConversion conversion) {
        for (int value = IoWeight.MIN; value <= IoWeight.MAX; value++) {
            IoWeight weight = IoWeight.of(value);
            BlkioWeight blkio = conversion.toBlkioWeight(weight);
            assertThat(conversion.scale().check(blkio)).isEqualTo(blkio);
            assertThat(conversion.convert(weight).loss() == Loss.EXACT)
                    .isEqualTo(conversion.toIoWeight(blkio).equals(weight));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void aWeightOfV2Is1To10000(int value) {
        assertThatThrownBy(() -> IoWeight.of(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("1 to 10000");
    }
}
