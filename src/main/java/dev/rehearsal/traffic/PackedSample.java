package dev.rehearsal.traffic;

import dev.rehearsal.serve.sample.Sample;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A sample as it is stored: deflated lines, each how often and what was asked, in the order of what was asked. Equal samples
 * are equal bytes.
 *
 * @param seen how many requests came
 * @param kept how many of them the content holds
 */
public record PackedSample(long seen, long kept, byte[] content) {

    private static final String FORMAT = "1";

    public static PackedSample of(Sample sample) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (Writer text = new OutputStreamWriter(new DeflaterOutputStream(packed, deflater), StandardCharsets.UTF_8)) {
            text.append(FORMAT).append('\n');
            for (var one : sample.classes().entrySet()) {
                text.append(one.getValue().toString())
                        .append('\t')
                        .append(one.getKey())
                        .append('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return new PackedSample(sample.seen(), sample.kept(), packed.toByteArray());
    }

    /** Returns what tells how many requests came, and not one of them. */
    public PackedSample withoutContent() {
        return of(new Sample(seen, new TreeMap<>()));
    }

    public Sample sample() {
        SortedMap<String, Long> classes = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new InflaterInputStream(new ByteArrayInputStream(content)), StandardCharsets.UTF_8))) {
            String format = lines.readLine();
            if (!FORMAT.equals(format)) {
                throw new IllegalStateException("This sample was written by another version of the program: " + format);
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                // Half of a character, where a value was cut, is written as any other half is.
                classes.merge(line.substring(tab + 1), Long.valueOf(line.substring(0, tab)), Long::sum);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Sample(seen, classes);
    }
}
