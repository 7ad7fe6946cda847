package vail.testing;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rooms of a module in order, and what its class files say about who looks where. */
public final class Rooms {
  private final Class<?> inhabitant;
  private final String house;
  private final List<String> order;
  private final Pattern mention;

  /**
   * The rooms of a module.
   *
   * @param inhabitant a class of the module
   * @param house the package that holds the rooms and is itself the last, e.g. {@code vail}
   * @param order from left to right: a room may use only rooms to its left
   */
  public Rooms(Class<?> inhabitant, String house, List<String> order) {
    this.inhabitant = inhabitant;
    this.house = house;
    this.order = List.copyOf(order);
    // Every text of a class file counts: types, generic signatures, and a class loaded by its name.
    mention =
        Pattern.compile(
            "(?<![a-z0-9./])"
                + house.replace(".", "[/.]")
                + "[/.](?:(\\w+)[/.])?(?:[A-Z]\\w*|package-info)");
  }

  /** The folder of the module's compiled classes. */
  public Path compiled() throws URISyntaxException {
    return Path.of(inhabitant.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** All classes of the module. */
  public List<ClassModel> classes() throws IOException, URISyntaxException {
    List<ClassModel> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(compiled())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".class") && !file.endsWith("module-info.class")) {
          classes.add(ClassFile.of().parse(file));
        }
      }
    }
    return classes;
  }

  /**
   * One line for each class that looks into a room to its right, or into one that nobody listed.
   */
  public List<String> allThatLookRight() throws IOException, URISyntaxException {
    return classes().stream().flatMap(type -> looksRight(type).stream()).toList();
  }

  /** The room a class is in. */
  public String of(ClassModel type) {
    return mentions(type.thisClass().asInternalName()).iterator().next();
  }

  /** One line for each room to the right, or unknown, that a class looks into. */
  public List<String> looksRight(ClassModel type) {
    int own = order.indexOf(of(type));
    return mentions(type).stream()
        .filter(room -> own < 0 || order.indexOf(room) < 0 || order.indexOf(room) > own)
        .map(room -> type.thisClass().asInternalName() + " uses " + room)
        .toList();
  }

  /** The rooms a class names, its own among them. */
  public Set<String> mentions(ClassModel type) {
    Set<String> rooms = new TreeSet<>();
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof Utf8Entry text) {
        rooms.addAll(mentions(text.stringValue()));
      }
    }
    return rooms;
  }

  private Set<String> mentions(String text) {
    Set<String> rooms = new TreeSet<>();
    for (Matcher found = mention.matcher(text); found.find(); ) {
      rooms.add(found.group(1) == null ? house : found.group(1));
    }
    return rooms;
  }
}
