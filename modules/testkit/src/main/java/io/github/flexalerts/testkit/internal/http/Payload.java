package io.github.flexalerts.testkit.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Flux;

/** The bytes of a body. A part that repeats one byte is never held as a whole, so a body may be larger than the heap. */
public final class Payload {

    public static final Payload EMPTY = new Payload(List.of());

    private final List<Part> parts;
    private final long length;

    private Payload(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.length = parts.stream().mapToLong(Part::length).sum();
    }

    public static Payload of(byte[] bytes) {
        return new Payload(List.of(new Bytes(ByteBuffer.wrap(bytes))));
    }

    public static Payload of(String text) {
        return of(text.getBytes(UTF_8));
    }

    public static Payload repeated(char character, long count) {
        return new Payload(List.of(new Repeated((byte) character, count)));
    }

    public long length() {
        return length;
    }

    public Payload append(Payload other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Payload(all);
    }

    /** Puts {@code replacement} in place of the first {@code marker}, which must be within one part. */
    public Payload replace(String marker, Payload replacement) {
        long at = indexOf(marker, 0);
        return at < 0 ? this : first(at).append(replacement).append(from(at + marker.length()));
    }

    /** Where ASCII {@code text} begins for the {@code n}-th time counted from zero, or -1. */
    public long indexOf(String text, int n) {
        int seen = 0;
        long offset = 0;
        for (Part part : parts) {
            String content = part.searchable();
            for (int at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
                if (seen++ == n) {
                    return offset + at;
                }
            }
            offset += part.length();
        }
        return -1;
    }

    Payload first(long count) {
        return slice(0, count);
    }

    private Payload from(long start) {
        return slice(start, length - start);
    }

    private Payload slice(long start, long count) {
        List<Part> kept = new ArrayList<>();
        long offset = 0;
        for (Part part : parts) {
            long low = Math.max(start - offset, 0);
            long high = Math.min(start + count - offset, part.length());
            if (high > low) {
                kept.add(part.slice(low, high));
            }
            offset += part.length();
        }
        return new Payload(kept);
    }

    /** The bytes in blocks of {@code size}, made as they are asked for. */
    Flux<byte[]> blocks(int size) {
        return Flux.generate(() -> 0L, (start, sink) -> {
            if (start >= length) {
                sink.complete();
                return start;
            }
            byte[] block = first(start + size).from(start).toBytes();
            sink.next(block);
            return start + block.length;
        });
    }

    public byte[] toBytes() {
        byte[] all = new byte[Math.toIntExact(length)];
        int at = 0;
        for (Part part : parts) {
            part.copyTo(all, at);
            at += (int) part.length();
        }
        return all;
    }

    private sealed interface Part {
        long length();

        Part slice(long low, long high);

        void copyTo(byte[] target, int at);

        String searchable();
    }

    private record Bytes(ByteBuffer content) implements Part {

        @Override
        public long length() {
            return content.remaining();
        }

        @Override
        public Part slice(long low, long high) {
            return new Bytes(content.slice((int) low, (int) (high - low)));
        }

        @Override
        public void copyTo(byte[] target, int at) {
            content.get(0, target, at, content.remaining());
        }

        @Override
        public String searchable() {
            return ISO_8859_1.decode(content.duplicate()).toString();
        }
    }

    private record Repeated(byte value, long length) implements Part {

        @Override
        public Part slice(long low, long high) {
            return new Repeated(value, high - low);
        }

        @Override
        public void copyTo(byte[] target, int at) {
            Arrays.fill(target, at, at + (int) length, value);
        }

        @Override
        public String searchable() {
            return "";
        }
    }
}
