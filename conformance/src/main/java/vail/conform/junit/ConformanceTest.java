package vail.conform.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Judges an implementation: every vector is a test of its own, whose name is the vector's id.
 *
 * <pre>{@code
 * class MyDecoderTest {
 *   @ConformanceTest(dut = "process:./my-decoder", level = "core")
 *   void conforms() {}
 * }
 * }</pre>
 *
 * <p>The method's body runs after its vector has passed and may be empty. Vectors that are not
 * claimed or were not asked are reported as skipped.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Tag("conformance")
@ExtendWith(ConformanceExtension.class)
public @interface ConformanceTest {
  /** Address of the implementation, as for {@code vail conform --dut}. */
  String dut();

  /** How much is asked: {@code smoke}, {@code core}, {@code fresh} or {@code extended}. */
  String level() default "core";

  /** Patterns of ids, {@code *} for any text; none for all. */
  String[] only() default {};

  /** Seed in hexadecimal; a new one every run if empty. It stands in every message. */
  String seed() default "";

  /** A list of known failures, relative to the working folder; none if empty. */
  String knownFailures() default "";

  /** How many times longer answers may take, for simulators. */
  double timeScale() default 1;
}
