package vail.house;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleTest {
  @Test
  void exportsEveryRoomButTheVectorsAndRequiresNothingButJava() throws Exception {
    Set<String> rooms = new TreeSet<>();
    for (ClassModel type : RoomsTest.CORE.classes()) {
      if (!type.thisClass().asInternalName().endsWith("package-info")) {
        rooms.add(
            RoomsTest.CORE.of(type).equals("vail") ? "vail" : "vail." + RoomsTest.CORE.of(type));
      }
    }

    assertTrue(rooms.remove("vail.vector"));
    assertEquals(
        rooms,
        descriptor().exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(
        Set.of("java.base", "static jdk.incubator.vector"),
        descriptor().requires().stream()
            .map(need -> (need.modifiers().contains(STATIC) ? "static " : "") + need.name())
            .collect(Collectors.toSet()));
  }

  @Test
  void offersTheSameServicesAsAModuleAndOnTheClassPath() throws Exception {
    var asModule = new TreeMap<String, Set<String>>();
    descriptor()
        .provides()
        .forEach(offer -> asModule.put(offer.service(), new TreeSet<>(offer.providers())));

    var onClassPath = new TreeMap<String, Set<String>>();
    Path services = RoomsTest.CORE.compiled().resolve("META-INF/services");
    if (Files.exists(services)) {
      try (Stream<Path> files = Files.list(services)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          onClassPath.put(file.getFileName().toString(), new TreeSet<>(Files.readAllLines(file)));
        }
      }
    }

    assertEquals(onClassPath, asModule);
  }

  @Test
  void listsEveryImplementationOfAService() throws Exception {
    ModuleDescriptor module = descriptor();
    Set<String> listed = new HashSet<>();
    module.provides().forEach(offer -> listed.addAll(offer.providers()));
    List<String> unlisted = new ArrayList<>();
    for (ClassModel type : RoomsTest.CORE.classes()) {
      String name = type.thisClass().asInternalName().replace('/', '.');
      boolean serves =
          type.interfaces().stream()
              .anyMatch(seam -> module.uses().contains(seam.asInternalName().replace('/', '.')));
      if (serves && !listed.contains(name)) {
        unlisted.add(name);
      }
    }

    assertEquals(List.of(), unlisted);
  }

  private static ModuleDescriptor descriptor() throws Exception {
    try (InputStream in =
        Files.newInputStream(RoomsTest.CORE.compiled().resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new AssertionError("core is compiled without its module", e);
    }
  }
}
