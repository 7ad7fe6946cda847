package vail.sim.algo;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The opening tags of a document, one after the other, with strict numbers. Document types are
 * passed over, so that there are no entities. Positions count characters to the end of a tag.
 */
final class XmlTags {
  private final int length;
  private final XMLStreamReader reader;

  XmlTags(byte[] text) {
    length = text.length;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      reader = factory.createXMLStreamReader(new ByteArrayInputStream(text));
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Goes to the next opening tag; returns its name, or nothing at the end. */
  Optional<String> next() {
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          return Optional.of(reader.getLocalName());
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Where the tag ends; the end of the text after the last. */
  int at() {
    return isAtEnd() ? length : place(reader.getLocation().getCharacterOffset());
  }

  private boolean isAtEnd() {
    return reader.getEventType() == XMLStreamConstants.END_DOCUMENT;
  }

  /** An attribute that must be there. */
  String word(String attribute) {
    return find(attribute).orElseThrow(() -> wrong("%s is missing".formatted(attribute)));
  }

  /** A whole number that must be there. */
  int number(String attribute, int least, int most) {
    String text = word(attribute);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("%s is no whole number: %s".formatted(attribute, text));
    }
    throw wrong("%s is %d to %d, not %s".formatted(attribute, least, most, text));
  }

  /** A whole number, or what is meant where it is left out. */
  int number(String attribute, int least, int most, int usual) {
    return find(attribute).isEmpty() ? usual : number(attribute, least, most);
  }

  private Optional<String> find(String attribute) {
    return Optional.ofNullable(reader.getAttributeValue(null, attribute));
  }

  /** A complaint about this tag. */
  VailFormatException wrong(String what) {
    String line = isAtEnd() ? "at the end" : "in line " + reader.getLocation().getLineNumber();
    return new VailFormatException(Fault.BAD_FIELD, at(), line + ", " + what);
  }

  /** The parser's own words name a place, and then the rule in a line of its own. */
  private VailFormatException broken(XMLStreamException e) {
    String words = String.valueOf(e.getMessage());
    String rule = words.substring(words.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    int at = Optional.ofNullable(e.getLocation()).map(Location::getCharacterOffset).orElse(0);
    return new VailFormatException(Fault.BAD_FIELD, place(at), "this is no XML: " + rule);
  }

  /** At the end of the text the parser counts too far, and at times it does not know. */
  private int place(int offset) {
    return Math.clamp(offset, 0, length);
  }
}
