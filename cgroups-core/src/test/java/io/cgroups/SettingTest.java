package io.cgroups;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

    @ParameterizedTest
    @EnumSource
    void whatToCallIsThere(Setting setting) {
        assertThat(methods(setting)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatCanBeReadHasAMethodThatGivesSomething(Setting setting) {
        // Reclaiming is an action that tells how it went.
        boolean reads = setting.access().reads() || setting == Setting.MEMORY_RECLAIM;

        assertThat(methods(setting).stream().anyMatch(method -> gives(method, facet(setting))))
                .isEqualTo(reads);
    }

    /** Whether a method gives something other than the facet it is called on. */
    private static boolean gives(Method method, Class<?> facet) {
        return !method.isBridge()
                && !method.getReturnType().equals(void.class)
                && !method.getReturnType().equals(facet)
                && !(method.getGenericReturnType() instanceof TypeVariable);
    }

    @Test
    void everyCallAppearsOnce() {
        assertThat(Setting.values()).extracting(Setting::call).doesNotHaveDuplicates();
    }

    @Test
    void namesOfTwoWordsAreThoseOfTheMethods() {
        assertThat(Setting.NET_CLS_CLASS_ID.call()).isEqualTo("netCls().classId");
        assertThat(Setting.CPU_QUOTA.call()).isEqualTo("cpu().quota");
    }

    private static List<Method> methods(Setting setting) {
        String name = setting.call().replaceFirst(".*\\.", "");
        return Arrays.stream(facet(setting).getMethods())
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    private static Class<?> facet(Setting setting) {
        String name = setting.call().replaceFirst("\\(.*", "");
        try {
            return Cgroup.class.getMethod(name).getReturnType();
        } catch (NoSuchMethodException e) {
            throw new AssertionError("no " + name + "()", e);
        }
    }
}
