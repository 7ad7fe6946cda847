package vail.sim.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.fault.VailFormatException;

class GraphFileTest {
  private static final Link USUAL = Link.of(Rate.ofGigabytes(100), 1000);

  @Test
  void readsDiesSwitchesAndLinks() {
    Graph graph =
        read(
            """
            {"schema": "vail-topology/1", "dies": 3, "switches": 1, "links": [
              {"from": 0, "to": 3}, {"from": 1, "to": 3, "bytesPerSecond": 50000000000},
              {"from": 2, "to": 3, "latencyPs": 7}, {"from": 0, "to": 1, "oneWay": true}]}
            """);

    assertEquals(3, graph.dies());
    assertEquals(4, graph.nodes());
    assertEquals(1, graph.neighbour(0, graph.route(0, 1)));
    assertEquals(3, graph.neighbour(1, graph.route(1, 0)));
    assertEquals(Rate.ofGigabytes(50), graph.link(1, 0).rate());
    assertEquals(7, graph.link(2, 0).latency());
    assertEquals(7, graph.leastLatency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'schema':'vail-topology/9','dies':1,'links':[]}; vail-topology/1",
        "{'schema':'vail-topology/1','links':[]}; dies",
        "{'schema':'vail-topology/1','dies':0,'links':[]}; dies",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':2}]}; 'to'",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':0}]}; two ends",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':1,'oneWay':true}]}; no way",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':1,'oneWay':1}]}; oneWay",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':1},{'from':1,'to':0}]};"
            + " from 1 to 0 already",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':1,'bytesPerSecond':0}]};"
            + " bytes",
        "{'schema':'vail-topology/1','dies':1,'links':[],'linkz':3}; linkz",
        "{'schema':'vail-topology/1','dies':2,'links':[{'from':0,'to':1,'bytespersecond':5}]};"
            + " bytespersecond"
      })
  void saysWhatIsWrong(String text, String expected) {
    VailFormatException e =
        assertThrows(VailFormatException.class, () -> read(text.replace('\'', '"')));

    assertTrue(e.getMessage().contains(expected.replace("'", "")), e.getMessage());
  }

  private static Graph read(String text) {
    return GraphFile.read(
        "mine", MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), USUAL);
  }
}
