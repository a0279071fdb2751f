package io.cgroups.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Some types appear in nothing that a user can call, extend, read or catch. */
final class HideInSignatures extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> hidden;

    HideInSignatures(DescribedPredicate<JavaClass> hidden) {
        super("hide what does " + hidden.getDescription());
        this.hidden = hidden;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isReachable(type)) {
            return;
        }
        report(type, type.getDescription(), supertypes(type), events);
        type.getMembers().stream()
                .filter(HideInSignatures::isVisible)
                .forEach(member -> report(type, member.getDescription(), signature(member), events));
    }

    private void report(JavaClass owner, String place, Stream<? extends JavaType> shown, ConditionEvents events) {
        shown.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .filter(hidden)
                .distinct()
                .forEach(type -> events.add(SimpleConditionEvent.violated(owner, place + " shows " + type.getName())));
    }

    private static Stream<JavaType> supertypes(JavaClass type) {
        return Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types);
    }

    private static Stream<? extends JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream(),
                        code.getTypeParameters().stream())
                .flatMap(types -> types);
    }

    private static boolean isReachable(JavaClass type) {
        return isVisible(type)
                && type.getEnclosingClass().map(HideInSignatures::isReachable).orElse(true);
    }

    private static boolean isVisible(HasModifiers thing) {
        return thing.getModifiers().contains(JavaModifier.PUBLIC)
                || thing.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
