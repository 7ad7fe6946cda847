package vail.sim.algo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Audit;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;

class MscclFileTest {
  private static final String PAIR =
      """
      <algo name="swap" proto="Simple" nchannels="1" nchunksperloop="2" ngpus="2" coll="allreduce"
            inplace="1">
        <gpu id="0" i_chunks="2" o_chunks="0" s_chunks="0">
          <tb id="0" send="1" recv="1" chan="0">
            <step s="0" type="s" srcbuf="i" srcoff="1" dstbuf="i" dstoff="1" cnt="1"/>
            <step s="1" type="rrcs" srcbuf="i" srcoff="0" dstbuf="i" dstoff="0" cnt="1"/>
            <step s="2" type="r" srcbuf="i" srcoff="1" dstbuf="i" dstoff="1" cnt="1"/>
          </tb>
        </gpu>
        <gpu id="1" i_chunks="2" o_chunks="0" s_chunks="0">
          <tb id="0" send="0" recv="0" chan="0">
            <step s="0" type="s" srcbuf="i" srcoff="0" dstbuf="i" dstoff="0" cnt="1"/>
            <step s="1" type="rrcs" srcbuf="i" srcoff="1" dstbuf="i" dstoff="1" cnt="1"/>
            <step s="2" type="r" srcbuf="i" srcoff="0" dstbuf="i" dstoff="0" cnt="1"/>
          </tb>
        </gpu>
      </algo>
      """;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(PAIR, Collective.ALL_REDUCE, 1),
        Arguments.of(MscclTexts.allPairs(4), Collective.ALL_REDUCE, 2),
        Arguments.of(MscclTexts.ring(5), Collective.ALL_REDUCE, 2),
        Arguments.of(MscclTexts.allGather(4), Collective.ALL_GATHER, 2),
        Arguments.of(MscclTexts.reduceScatter(3), Collective.REDUCE_SCATTER, 2),
        Arguments.of(MscclTexts.allToAll(3), Collective.ALL_TO_ALL, 2),
        Arguments.of(MscclTexts.broadcast(4), Collective.BROADCAST, 1));
  }

  /** Reading audits without a codec; frames that are passed on must serve, too. */
  @ParameterizedTest
  @MethodSource("files")
  void givesEveryDieWhatItShouldHave(String text, Collective collective, int vectors) {
    Algorithm algorithm = read(text);
    Audit.check(Schedule.of(algorithm, Hops.all(Codec.SINGLE)));

    assertEquals(collective, algorithm.collective());
    assertEquals(vectors, algorithm.vectors());
  }

  /** A ring's first sums are only sent on (rrs), its results are passed on as they come (rcs). */
  @Test
  void makesOfFusedStepsWhatOurOwnRingDoes() {
    Schedule imported = Schedule.of(read(MscclTexts.ring(5)), Hops.all(Codec.SINGLE));
    Algorithm own =
        Algorithms.find("ring").orElseThrow().algorithm(Collective.ALL_REDUCE, Layout.row(5));
    Schedule ring = Schedule.of(own, Hops.all(Codec.SINGLE));

    for (OpKind kind :
        List.of(OpKind.ENCODE, OpKind.SEND, OpKind.FORWARD, OpKind.DECODE, OpKind.REDUCE)) {
      assertEquals(count(ring, kind), count(imported, kind), kind.name());
    }
    assertEquals(5 + 5, count(imported, OpKind.COPY), "own parts to the output, results from it");
  }

  @Test
  void addsWhatLiesInScratch() {
    Schedule schedule = Schedule.of(read(MscclTexts.allPairs(4)), Hops.all(Codec.NONE));

    assertEquals(4 * 3, count(schedule, OpKind.ADD));
    assertEquals(0, count(schedule, OpKind.REDUCE));
  }

  @ParameterizedTest
  @CsvSource({
    "coll=\"allreduce\", coll=\"custom\", coll is one of allgather",
    "ngpus=\"2\", ngpus=\"3\", 'at the end, 2 gpus are there of 3'",
    "ngpus=\"2\", ngpus=\"two\", ngpus is no whole number",
    "ngpus=\"2\", ngpus=\"5000\", ngpus is 1 to 4096",
    "inplace=\"1\", inplace=\"2\", inplace is 0 to 1",
    "<gpu id=\"1\", <gpu id=\"0\", gpu 0 where 1 is due",
    "send=\"1\", send=\"0\", gpu 0 has itself",
    "send=\"1\", send=\"2\", send is -1 to 1",
    "send=\"1\", send=\"-1\", s in a tb without a partner",
    "step s=\"2\", step s=\"1\", step 1 where 2 is due",
    "type=\"rrcs\", type=\"add\", type add is not known",
    "srcoff=\"1\", srcoff=\"2\", chunk 2 of buffer i",
    "srcoff=\"1\", srcoff=\"-1\", srcoff is 0 to",
    "srcbuf=\"i\", srcbuf=\"s\", 'chunk 1 of buffer s, which has 0'",
    "srcbuf=\"i\", srcbuf=\"x\", 'a buffer is i, o or s'",
    "<tb id, <block id, the tag block is not known",
    "cnt=\"1\", cnt=\"0\", cnt is 1 to",
    "</algo>, '', this is no XML",
    "<algo name=\"swap\", <!DOCTYPE a [<!ENTITY b ''c''>]><algo name=\"&b;\", this is no XML",
    "chan=\"0\", chan=\"1\", waits for ever",
    "type=\"rrcs\", type=\"rcs\", this does no all_reduce",
  })
  void saysWhereAFileIsWrong(String from, String to, String words) {
    int at = PAIR.indexOf(from);
    String text = PAIR.substring(0, at) + to + PAIR.substring(at + from.length());
    VailFormatException wrong = assertThrows(VailFormatException.class, () -> read(text));

    assertEquals(Fault.BAD_FIELD, wrong.fault());
    assertTrue(wrong.getMessage().contains(words), wrong.getMessage());
    assertTrue(wrong.offset() <= text.length(), wrong.getMessage());
  }

  /** Each number is accepted, all together want gigabytes. */
  @Test
  void refusesMoreThanMemoryShouldHold() {
    StringBuilder text = new StringBuilder();
    text.append("<algo coll=\"allreduce\" ngpus=\"64\" nchunksperloop=\"65536\">");
    for (int die = 0; die < 64; die++) {
      text.append("<gpu id=\"%d\" s_chunks=\"65536\"/>".formatted(die));
    }
    text.append("</algo>");
    VailFormatException wrong =
        assertThrows(VailFormatException.class, () -> read(text.toString()));

    assertEquals(Fault.LIMIT_EXCEEDED, wrong.fault());
  }

  @Test
  void endsInAComplaintWhereverAFileEnds() {
    String text = MscclTexts.broadcast(3);
    for (int length = 0; length < text.stripTrailing().length(); length++) {
      String part = text.substring(0, length);
      assertThrows(VailFormatException.class, () -> read(part), () -> "cut after " + part);
    }
  }

  private static Algorithm read(String text) {
    return MscclFile.read("test.xml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static int count(Schedule schedule, OpKind kind) {
    int count = 0;
    for (int die = 0; die < schedule.dies(); die++) {
      Program program = schedule.program(die);
      for (int op = 0; op < program.size(); op++) {
        count += program.kind(op) == kind ? 1 : 0;
      }
    }
    return count;
  }
}
