package io.cgroups.contract;

import io.cgroups.Cgroup;
import io.cgroups.Setting;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.unit.DeviceNumber;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls of a group what {@link Setting#call} names. */
final class SettingCalls {
    private final Cgroup group;
    private final DeviceNumber disk;
    private final Class<?> facet;
    private final Setting setting;

    SettingCalls(Cgroup group, DeviceNumber disk, Setting setting) {
        this.group = group;
        this.disk = disk;
        this.setting = setting;
        this.facet = method(Cgroup.class, facetName()).getReturnType();
    }

    private String facetName() {
        return setting.call().replaceFirst("\\(.*", "");
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("no method " + name, e);
        }
    }

    /** Reads, or acts where that takes no value; empty where neither is possible without knowing more. */
    Optional<Object> read() {
        return methods()
                .filter(method ->
                        !method.getReturnType().equals(facet) || setting.type().equals("void"))
                .filter(method -> arguments(method.getParameterTypes()).isPresent())
                .findFirst()
                .map(method ->
                        call(method, arguments(method.getParameterTypes()).orElseThrow()));
    }

    /** Sets what was read; false where there is no method that takes it. */
    boolean write(Object value) {
        for (Method method : methods().toList()) {
            Class<?>[] types = method.getParameterTypes();
            if (!givesFacet(method)
                    || types.length == 0
                    || !MethodType.methodType(types[types.length - 1])
                            .wrap()
                            .returnType()
                            .isInstance(value)) {
                continue;
            }
            Optional<List<Object>> others = arguments(Arrays.copyOf(types, types.length - 1));
            if (others.isPresent()) {
                others.get().add(value);
                call(method, others.get());
                return true;
            }
        }
        return false;
    }

    /** Those that need the least first: what a whole group takes, one of its disks may refuse. */
    private Stream<Method> methods() {
        String name = setting.call().replaceFirst(".*\\.", "");
        return Arrays.stream(facet.getMethods())
                .filter(method -> !method.isBridge() && method.getName().equals(name))
                .sorted(Comparator.comparingInt(Method::getParameterCount));
    }

    /** Whether it is a setter: those return what they are called on. */
    private boolean givesFacet(Method method) {
        return method.getReturnType().equals(facet) || method.getGenericReturnType() instanceof TypeVariable;
    }

    private Optional<List<Object>> arguments(Class<?>... types) {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : types) {
            if (type.equals(DeviceNumber.class)) {
                arguments.add(disk);
            } else if (type.equals(HugePageSize.class)) {
                arguments.add(HugePageSize.parse("2MB"));
            } else if (type.equals(String.class) && facetName().equals("netPrio")) {
                arguments.add("lo");
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(arguments);
    }

    private Object call(Method method, List<Object> arguments) {
        try {
            Object target = method(Cgroup.class, facetName()).invoke(group);
            return Optional.ofNullable(method.invoke(target, arguments.toArray()))
                    .orElse("nothing");
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
