package io.cgroups.contract;

import io.cgroups.Hierarchy;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * For tests that need root and hierarchies of control groups on the kernel this JVM runs on.
 *
 * <p>Where these are missing, the tests are left out and the reason is printed; on a CI server, which says so with the
 * environment variable {@code CI=true}, they fail instead, so that no run is green for having tested nothing. There,
 * {@code -Dhost.skip=true} says that their absence is meant.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HostCondition.class)
public @interface OnHost {

    /** The versions of which there must be hierarchies; without any, that of the cpu controller is enough. */
    Hierarchy.Version[] value() default {};
}
