package vail.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.testing.Rooms;

class RoomsTest {
  /** The rooms of core. The façade comes last. */
  static final Rooms CORE =
      new Rooms(
          Fault.class,
          "vail",
          List.of(
              "fault",
              "json",
              "code",
              "block",
              "tensor",
              "vector",
              "container",
              "backend",
              "vail"));

  @Test
  void noRoomLooksToItsRight() throws Exception {
    assertFalse(CORE.classes().isEmpty());
    assertEquals(List.of(), CORE.allThatLookRight());
  }

  @Test
  void onlyItsProviderLooksIntoTheRoomOfVectors() throws Exception {
    List<String> looking =
        CORE.classes().stream()
            .filter(c -> CORE.mentions(c).contains("vector") && !CORE.of(c).equals("vector"))
            .map(c -> c.thisClass().asInternalName())
            .toList();

    assertEquals(List.of("vail/backend/VectorProvider"), looking);
  }

  @Test
  void findsAFieldTypedByARoomToTheRight() {
    assertEquals(
        List.of("vail/fault/Nosy uses block"),
        CORE.looksRight(
            nosy(c -> c.withField("layout", ClassDesc.of("vail.block.Layout"), field -> {}))));
  }

  @Test
  void findsTheFacadeAndRoomsNobodyListed() {
    assertEquals(
        List.of("vail/fault/Nosy uses attic", "vail/fault/Nosy uses vail"),
        CORE.looksRight(
            nosy(c ->
                c.withField("a", ClassDesc.of("vail.attic.Box"), field -> {})
                    .withField("b", ClassDesc.of("vail.Vail"), field -> {}))));
  }

  private static ClassModel nosy(Consumer<java.lang.classfile.ClassBuilder> with) {
    return ClassFile.of().parse(ClassFile.of().build(ClassDesc.of("vail.fault.Nosy"), with));
  }
}
