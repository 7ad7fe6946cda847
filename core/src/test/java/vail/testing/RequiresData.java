package vail.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks a test, or a class of tests, that reads the recorded tensors through {@link Project#data}:
 * without them it is reported absent before any of its set-up runs.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresData.Look.class)
public @interface RequiresData {
  /** Looks for the recordings before anything else happens. */
  final class Look implements BeforeAllCallback, BeforeEachCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      Project.data("");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      Project.data("");
    }
  }
}
