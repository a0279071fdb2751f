package io.cgroups.cpu;

import static org.assertj.core.api.Assertions.assertThat;

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
}
