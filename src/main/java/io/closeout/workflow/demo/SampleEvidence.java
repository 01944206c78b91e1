package io.closeout.workflow.demo;

import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.NewEvidence;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * An invented piece of evidence: a link, a text file, or a screenshot whose window shows the text.
 *
 * @param text the file's content; for a link the note
 */
public record SampleEvidence(
        EvidenceKind kind, @Nullable String name, @Nullable String link, String text) {

    private static final int WIDTH = 720;
    private static final int LINE = 26;

    NewEvidence of(String subject, LocalDate speaksOf) {
        if (link != null) {
            return NewEvidence.link(subject, kind, link, speaksOf, text);
        }
        byte[] content = kind == EvidenceKind.SCREENSHOT ? picture() : text.getBytes(StandardCharsets.UTF_8);
        String fileName = name == null ? "evidence.txt" : name;
        return NewEvidence.file(subject, kind, fileName, new ByteArrayInputStream(content), speaksOf, "");
    }

    private byte[] picture() {
        String[] lines = text.split("\n");
        BufferedImage image = new BufferedImage(WIDTH, LINE * (lines.length + 2), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x1b2a41));
        pen.fillRect(0, 0, WIDTH, image.getHeight());
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 16));
        for (int number = 0; number < lines.length; number++) {
            pen.drawString(lines[number], LINE, LINE * (number + 2) - LINE / 3);
        }
        pen.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
