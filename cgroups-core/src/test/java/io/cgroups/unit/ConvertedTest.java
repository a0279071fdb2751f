package io.cgroups.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConvertedTest {

    @Test
    void hasAValueUnlessItIsImpossible() {
        assertThat(Converted.exact(1, "one").value()).contains(1);
        assertThat(Converted.clamped(2, "two").loss()).isEqualTo(Loss.CLAMPED);
        assertThat(Converted.impossible("no such thing").value()).isEmpty();
        assertThat(Converted.impossible("no such thing").loss()).isEqualTo(Loss.IMPOSSIBLE);
    }

    @Test
    void cannotHaveAValueAndBeImpossible() {
        assertThatThrownBy(() -> new Converted.Found<>(1, Loss.IMPOSSIBLE, "one"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theExceptionOfTheCallerSaysWhyThereIsNone() {
        Converted<Integer> none = Converted.impossible("no such thing");

        assertThat(Converted.exact(1, "one").orElseThrow(IllegalStateException::new))
                .isEqualTo(1);
        assertThatThrownBy(() -> none.orElseThrow(IllegalStateException::new))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such thing");
    }

    @Test
    void lossesAreOrderedFromTheSmallest() {
        assertThat(Loss.values()).containsExactly(Loss.EXACT, Loss.ROUNDED, Loss.CLAMPED, Loss.IMPOSSIBLE);
    }
}
