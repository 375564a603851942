package dev.rehearsal.api.own;

import dev.rehearsal.notice.ChannelFeed;
import dev.rehearsal.notice.FeedEntry;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as Atom (RFC 4287). */
final class AtomXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private AtomXml() {}

    static String of(ChannelFeed feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            write(xml, "id", feed.id());
            write(xml, "title", feed.title());
            write(xml, "updated", feed.updated().toString());
            writeLink(xml, feed.link());
            write(xml, "generator", "Rehearsal");
            for (FeedEntry entry : feed.entries()) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        write(xml, "id", entry.id());
        write(xml, "title", entry.title());
        write(xml, "updated", entry.updated().toString());
        xml.writeStartElement("author");
        write(xml, "name", entry.author());
        xml.writeEndElement();
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.category());
        writeLink(xml, entry.link());
        write(xml, "summary", entry.text());
        xml.writeEndElement();
    }

    private static void writeLink(XMLStreamWriter xml, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("href", address);
    }

    private static void write(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(sayable(text));
        xml.writeEndElement();
    }

    /** Returns the text without what XML 1.0 has no way to say. */
    private static String sayable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(symbol -> symbol == '\t'
                        || symbol == '\n'
                        || symbol == '\r'
                        || symbol >= 0x20 && symbol <= 0xd7ff
                        || symbol >= 0xe000 && symbol <= 0xfffd
                        || symbol >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
