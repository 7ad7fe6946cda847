package vail.bridge.board;

/** Which of the kernel's two coders works. */
enum Way {
  ENCODE(0, 0x400),
  DECODE(1, 0x600);

  private final int number;
  private final int books;

  Way(int number, int books) {
    this.number = number;
    this.books = books;
  }

  /** As the kernel numbers it. */
  int number() {
    return number;
  }

  /** The registers of its books. */
  int books() {
    return books;
  }
}
