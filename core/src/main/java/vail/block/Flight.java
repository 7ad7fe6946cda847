package vail.block;

import vail.code.Codebook;
import vail.fault.Limits;

/**
 * Payloads that are decoded side by side: a decoder mostly waits for its own last symbol, and
 * others fill the gaps. Mutable and reused; belongs to one thread.
 */
public final class Flight {
  /** Payloads of a full flight. */
  public static final int SIZE = 4;

  private static final int BLOCK = BlockSize.bound(BlockOrder.STORED, Limits.MAX_BLOCK_SYMBOLS);
  private static final int SYMBOLS = Limits.MAX_BLOCK_SYMBOLS + PayloadCoder.SLACK;

  private final byte[] in = new byte[SIZE * BLOCK + PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
  private final byte[] symbols = new byte[SIZE * SYMBOLS];
  private final Codebook[] books = new Codebook[SIZE];
  private final Layout[] layouts = new Layout[SIZE];
  private final int[] biases = new int[SIZE];
  private final int[] blockAt = new int[SIZE];
  private final int[] offsets = new int[SIZE];
  private final int[] bytes = new int[SIZE];
  private final int[] counts = new int[SIZE];
  private final int[] indices = new int[SIZE];
  private int size;

  /** Where in {@link #in} the block is to be put whose payload comes aboard next. */
  int blockAt() {
    return size * BLOCK;
  }

  /** Takes the payload of block {@code index} aboard, which lies at {@link #blockAt}. */
  void board(Codebook book, FrameReader frame, int index) {
    books[size] = book;
    layouts[size] = frame.layout();
    biases[size] = frame.bias();
    blockAt[size] = blockAt();
    offsets[size] = frame.payloadAt();
    bytes[size] = frame.payloadBytes();
    counts[size] = frame.symbols();
    indices[size] = index;
    size++;
  }

  /** Takes the last payload aboard once more: three and a copy are faster than three alone. */
  void repeatLast() {
    books[size] = books[size - 1];
    layouts[size] = layouts[size - 1];
    biases[size] = biases[size - 1];
    blockAt[size] = blockAt[size - 1];
    offsets[size] = offsets[size - 1];
    bytes[size] = bytes[size - 1];
    counts[size] = counts[size - 1];
    size++;
  }

  /** Lets the last payload go. */
  void leave() {
    size--;
  }

  /** Lets all payloads go. */
  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** The block of the batch that payload k belongs to. */
  int index(int k) {
    return indices[k];
  }

  /** Where payload k starts in its block. */
  int offset(int k) {
    return offsets[k];
  }

  Layout layout(int k) {
    return layouts[k];
  }

  /** The payloads; from each on MAX_PAYLOAD + SLACK bytes are there, whatever follows it. */
  public byte[] in() {
    return in;
  }

  /** Where payload k starts in {@link #in}. */
  public int at(int k) {
    return blockAt[k] + offsets[k];
  }

  /** Bytes of payload k. */
  public int bytes(int k) {
    return bytes[k];
  }

  /** The book of payload k. */
  public Codebook book(int k) {
    return books[k];
  }

  /** The bias of payload k. */
  public int bias(int k) {
    return biases[k];
  }

  /** Symbols of payload k. */
  public int count(int k) {
    return counts[k];
  }

  /** The symbols; payload k has room for its count + SLACK from {@link #symbolsAt} on. */
  public byte[] symbols() {
    return symbols;
  }

  /** Where the symbols of payload k go. */
  public int symbolsAt(int k) {
    return k * SYMBOLS;
  }
}
