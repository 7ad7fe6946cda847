package vail.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoomsTest {
  @Test
  void noRoomLooksToItsRight() throws Exception {
    List<ClassModel> classes = Rooms.classes();

    assertFalse(classes.isEmpty());
    assertEquals(List.of(), classes.stream().flatMap(c -> Rooms.looksRight(c).stream()).toList());
  }

  @Test
  void onlyItsProviderLooksIntoTheRoomOfVectors() throws Exception {
    List<String> looking =
        Rooms.classes().stream()
            .filter(c -> Rooms.mentions(c).contains("vector") && !Rooms.of(c).equals("vector"))
            .map(c -> c.thisClass().asInternalName())
            .toList();

    assertEquals(List.of("vail/backend/VectorProvider"), looking);
  }

  @Test
  void findsAFieldTypedByARoomToTheRight() {
    assertEquals(
        List.of("vail/fault/Nosy uses block"),
        Rooms.looksRight(
            nosy(c -> c.withField("layout", ClassDesc.of("vail.block.Layout"), field -> {}))));
  }

  @Test
  void findsTheFacadeAndRoomsNobodyListed() {
    assertEquals(
        List.of("vail/fault/Nosy uses attic", "vail/fault/Nosy uses vail"),
        Rooms.looksRight(
            nosy(c ->
                c.withField("a", ClassDesc.of("vail.attic.Box"), field -> {})
                    .withField("b", ClassDesc.of("vail.Vail"), field -> {}))));
  }

  private static ClassModel nosy(Consumer<java.lang.classfile.ClassBuilder> with) {
    return ClassFile.of().parse(ClassFile.of().build(ClassDesc.of("vail.fault.Nosy"), with));
  }
}
