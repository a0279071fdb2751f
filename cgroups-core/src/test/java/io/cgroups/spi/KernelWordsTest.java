package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelWordsTest {

    @Test
    void wordsAreWhatIsBetweenWhiteSpace() {
        String text = "8:0 Read\t4096 \nTotal 5";
        assertThat(KernelWords.in(text, 0, text.length())).containsExactly("8:0", "Read", "4096", "Total", "5");
        assertThat(KernelWords.in(text, 0, KernelWords.lineEnd(text, 0))).containsExactly("8:0", "Read", "4096");
        assertThat(KernelWords.in(" \n ", 0, 3)).isEmpty();
        assertThat(KernelWords.in("", 0, 0)).isEmpty();
    }

    @Test
    void aLineEndsAtItsLineFeedOrWithTheText() {
        assertThat(KernelWords.lineEnd("ab\ncd", 0)).isEqualTo(2);
        assertThat(KernelWords.lineEnd("ab\ncd", 3)).isEqualTo(5);
    }
}
