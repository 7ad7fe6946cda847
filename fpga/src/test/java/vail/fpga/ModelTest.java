package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.testing.BlockTools;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** The model that benches compare the circuits with says what the Java reference says. */
class ModelTest {
  private static final int CASES = 1500;
  private static final int ORDERS = 1500;
  private static final int PAYLOADS = 1000;
  private static final long SEED = 7;
  private static final BookId ID = new BookId(7, 3);

  @Test
  void encodesAndRefusesAsTheReferenceDoes(@TempDir Path folder) throws Exception {
    List<String> cases = cases(new SplittableRandom(SEED));
    String said = asked(folder, cases);

    assertTrue(said.contains("the model agrees on "), said + " (seed " + SEED + ")");
    assertEquals(CASES, cases.size());
  }

  @Test
  void choosesAsTheReferenceDoes(@TempDir Path folder) throws Exception {
    String said = asked(folder, ORDERS, ModelOrders::next);

    assertTrue(said.contains(", " + ORDERS + " orders"), said + " (seed " + SEED + ")");
  }

  @Test
  void packsTheCodesOfEveryFamilyAsTheReferenceDoes(@TempDir Path folder) throws Exception {
    String said = asked(folder, PAYLOADS, ModelPayloads::next);

    assertTrue(said.contains("and " + PAYLOADS + " payloads"), said + " (seed " + SEED + ")");
  }

  /** What the model says of so many cases. */
  private static String asked(Path folder, int count, Function<SplittableRandom, String> next)
      throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    return asked(folder, Stream.generate(() -> next.apply(random)).limit(count).toList());
  }

  private static String asked(Path folder, List<String> cases) throws Exception {
    Path file = Files.write(folder.resolve("cases.txt"), cases);
    return Make.run(Map.of("make", "make", "g++", "g++"), List.of("model", "CASES=" + file), 30);
  }

  private static List<String> cases(SplittableRandom random) {
    List<String> cases = new ArrayList<>();
    while (cases.size() < CASES) {
      int lanes = 4 << random.nextInt(4);
      Codebook book = RandomBooks.any(random, BookClass.SHORT);
      BookSet books = BookSet.empty().with(ID, book);
      byte[] block = block(random, books, book, lanes);
      if (random.nextInt(3) == 0) {
        damage(random, books, block);
      }
      if (isOfTheHardware(block, lanes)) {
        cases.add(line(books, book, lanes, block));
      }
    }
    return cases;
  }

  private static byte[] block(SplittableRandom random, BookSet books, Codebook book, int lanes) {
    int bias = random.nextInt(255);
    SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
    byte[] symbols = shape.symbols(random, book, bias, 1 + random.nextInt(200));
    Selection coded = new Selection.Fixed(ID, new Bias.Absolute(bias), new Layout(lanes, 8));
    EncodePolicy policy =
        new EncodePolicy(
            random.nextInt(8) == 0 ? new Selection.Raw() : coded,
            random.nextBoolean() ? ConstantBlocks.ON : ConstantBlocks.OFF,
            random.nextBoolean() ? BlockOrder.STORED : BlockOrder.STREAMED);
    return OneBlock.encode(new SoftwareEncoder(ReferencePayload::new), books, policy, symbols);
  }

  private static void damage(SplittableRandom random, BookSet books, byte[] block) {
    block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
    if (random.nextBoolean()) {
      BlockTools.repairCheck(books, block);
    }
  }

  /** Other layouts are legal in the format, and the hardware answers them in its own way. */
  private static boolean isOfTheHardware(byte[] block, int lanes) {
    boolean coded = block[0] != 0 && block[0] != (byte) 255;
    return !coded || (block[2] & 31) == Integer.numberOfTrailingZeros(lanes);
  }

  private static String line(BookSet books, Codebook book, int lanes, byte[] block) {
    HexFormat hex = HexFormat.of();
    String symbols = "-";
    int fault = 0;
    try {
      var decoder = new SoftwareDecoder(ReferencePayload::new);
      symbols = hex.formatHex(OneBlock.decode(decoder, books, Limits.DEFAULT, block));
    } catch (VailFormatException found) {
      fault = found.fault().number();
    }
    return String.join(
        " ",
        "block",
        "" + lanes,
        "" + fault,
        "" + ID.slot(),
        "" + ID.epoch(),
        hex.formatHex(book.digest()),
        hex.formatHex(book.toBytes()),
        hex.formatHex(block),
        symbols);
  }
}
