package vail.conform.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import vail.conform.Conformance;
import vail.conform.Setup;
import vail.conform.Shard;
import vail.conform.dut.AbsentBackendException;
import vail.conform.dut.DutAddress;
import vail.conform.dut.Patience;
import vail.conform.dut.Reach;
import vail.conform.judge.KnownFailures;
import vail.conform.report.Run;
import vail.conform.vector.Level;

/** Runs the judge, then hands its results out as tests. */
final class ConformanceExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getElement(), ConformanceTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    ConformanceTest wanted =
        AnnotationSupport.findAnnotation(context.getElement(), ConformanceTest.class).orElseThrow();
    Run run = judge(wanted);
    return run.results().stream().map(result -> new VectorTest(run, result));
  }

  private static Run judge(ConformanceTest wanted) {
    try {
      return Conformance.judge(setup(wanted), total -> done -> {});
    } catch (AbsentBackendException e) {
      throw new IllegalArgumentException(
          "backend " + e.backend() + ": absent, because " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Setup setup(ConformanceTest wanted) throws IOException {
    String seed = wanted.seed().replaceFirst("^0x", "");
    return new Setup(
        DutAddress.of(wanted.dut()),
        Level.valueOf(wanted.level().toUpperCase(Locale.ROOT)),
        Shard.WHOLE,
        seed.isEmpty() ? new SecureRandom().nextLong() : Long.parseUnsignedLong(seed, 16),
        List.of(wanted.only()),
        wanted.knownFailures().isEmpty()
            ? KnownFailures.NONE
            : KnownFailures.read(Path.of(wanted.knownFailures())),
        new Patience(wanted.timeScale()),
        Reach.LOOPBACK);
  }
}
