package vail.conform.planted;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.conform.host.Answerer;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;
import vail.fault.Fault;

/** Knows no format, only answers that it has seen another one give while it held the same books. */
final class Memoriser implements Answerer {
  private final Map<String, Reply> table;
  private final Answerer teacher;
  private final SortedMap<String, String> books = new TreeMap<>();

  private Memoriser(Map<String, Reply> table, Answerer teacher) {
    this.table = table;
    this.teacher = teacher;
  }

  /** One that writes down what a teacher answers. */
  static Memoriser learning(Answerer teacher) {
    return new Memoriser(new HashMap<>(), teacher);
  }

  /** The same without the teacher. */
  Memoriser reciting() {
    return new Memoriser(table, request -> new Reply.Refusal(Fault.CHECKSUM.number(), ""));
  }

  @Override
  public Reply answer(Request request) {
    Reply reply = table.computeIfAbsent(key(request), key -> teacher.answer(request));
    if (request instanceof Request.Reset) {
      teacher.answer(request);
      books.clear();
    }
    if (request instanceof Request.Book book && reply instanceof Reply.Done) {
      teacher.answer(request);
      books.put(book.slot() + "." + book.epoch(), HexFormat.of().formatHex(book.book()));
    }
    return reply;
  }

  private String key(Request request) {
    return HexFormat.of().formatHex(Requests.message(0, request).toBytes()) + " " + books;
  }
}
