package io.cgroups.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.unit.Converted;
import io.cgroups.unit.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightConversionTest {

    @ParameterizedTest
    @CsvSource({
        "2,1,1,1",
        "3,2,1,1",
        "10,4,1,1",
        "100,17,9,4",
        "256,35,25,10",
        "512,59,50,20",
        "1000,99,97,39",
        "1024,100,100,39",
        "1025,101,100,40",
        "2048,174,200,79",
        "4096,303,400,157",
        "10240,639,1000,391",
        "22000,1204,2148,840",
        "65536,3023,6400,2500",
        "131072,5478,10000,5000",
        "262144,10000,10000,10000"
    })
    void sharesBecomeTheWeightsOfEachCurve(long shares, long oci, long ratio, long linear) {
        assertThat(WeightConversion.OCI.toWeight(CpuShares.of(shares))).isEqualTo(CpuWeight.of(oci));
        assertThat(WeightConversion.RATIO.toWeight(CpuShares.of(shares))).isEqualTo(CpuWeight.of(ratio));
        assertThat(WeightConversion.LINEAR.toWeight(CpuShares.of(shares))).isEqualTo(CpuWeight.of(linear));
    }

    @Test
    void everyWeightSurvivesTheWayThroughShares() {
        for (long value = CpuWeight.MIN; value <= CpuWeight.MAX; value++) {
            CpuWeight weight = CpuWeight.of(value);
            assertThat(WeightConversion.OCI.toWeight(WeightConversion.OCI.toShares(weight)))
                    .isEqualTo(weight);
            assertThat(WeightConversion.LINEAR.toWeight(WeightConversion.LINEAR.toShares(weight)))
                    .isEqualTo(weight);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OCI,1024,100,EXACT",
        "OCI,1025,101,ROUNDED",
        "OCI,2,1,EXACT",
        "OCI,262144,10000,EXACT",
        "RATIO,1024,100,EXACT",
        "RATIO,1025,100,ROUNDED",
        "RATIO,2,1,CLAMPED",
        "RATIO,10,1,EXACT",
        "RATIO,102400,10000,EXACT",
        "RATIO,102401,10000,ROUNDED",
        "RATIO,131072,10000,CLAMPED",
        "LINEAR,2,1,EXACT",
        "LINEAR,1024,39,ROUNDED",
        "LINEAR,262144,10000,EXACT"
    })
    void saysWhatSharesLose(WeightConversion conversion, long shares, long weight, Loss loss) {
        Converted<CpuWeight> converted = conversion.convert(CpuShares.of(shares));

        assertThat(converted.value()).contains(CpuWeight.of(weight));
        assertThat(converted.loss()).isEqualTo(loss);
    }

    @Test
    void weightsLoseNothingOnTheCurveAndTheLine() {
        for (long value = CpuWeight.MIN; value <= CpuWeight.MAX; value++) {
            CpuWeight weight = CpuWeight.of(value);
            assertThat(WeightConversion.OCI.convert(weight).loss()).isEqualTo(Loss.EXACT);
            assertThat(WeightConversion.LINEAR.convert(weight).loss()).isEqualTo(Loss.EXACT);
        }
    }

    @Test
    void calledExactIsWhatComesBackAndNothingElse() {
        for (WeightConversion conversion : WeightConversion.values()) {
            for (long value = CpuShares.MIN; value <= CpuShares.MAX; value++) {
                CpuShares shares = CpuShares.of(value);
                boolean comesBack =
                        conversion.toShares(conversion.toWeight(shares)).equals(shares);
                assertThat(conversion.convert(shares).loss() == Loss.EXACT)
                        .as("%s %s", conversion, shares)
                        .isEqualTo(comesBack);
            }
        }
    }

    @Test
    void moreSharesAreNeverLessWeight() {
        for (WeightConversion conversion : WeightConversion.values()) {
            CpuWeight before = CpuWeight.of(CpuWeight.MIN);
            for (long value = CpuShares.MIN; value <= CpuShares.MAX; value++) {
                CpuWeight weight = conversion.toWeight(CpuShares.of(value));
                assertThat(weight).isGreaterThanOrEqualTo(before);
                before = weight;
            }
        }
    }

    @Test
    void theSentenceNamesBothNumbersAndTheOneThatComesBack() {
        assertThat(WeightConversion.RATIO.convert(CpuShares.of(1025)).sentence())
                .isEqualTo("cpu.shares 1025 becomes cpu.weight 100, which is cpu.shares 1024 on the way back");
        assertThat(WeightConversion.RATIO.convert(CpuShares.of(131_072)).sentence())
                .contains("becomes cpu.weight 10000, the nearest of 1 to 10000");
        assertThat(WeightConversion.OCI.convert(CpuWeight.DEFAULT).sentence())
                .isEqualTo("cpu.weight 100 becomes cpu.shares 1024");
    }
}
