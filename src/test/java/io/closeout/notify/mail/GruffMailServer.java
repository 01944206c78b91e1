package io.closeout.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks just enough SMTP to be unkind; GreenMail always is kind. */
final class GruffMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final boolean refuses;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private GruffMailServer(boolean refuses) throws IOException {
        this.refuses = refuses;
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        thread.execute(this::serve);
    }

    static GruffMailServer thatRefuses() throws IOException {
        return new GruffMailServer(true);
    }

    /** Whether it kept the mail, nobody knows. */
    static GruffMailServer thatHangsUpAfterTheMail() throws IOException {
        return new GruffMailServer(false);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 gruff");
            String line = in.readLine();
            while (line != null && !line.equals(".")) {
                answer(line, out);
                line = in.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String line, OutputStream out) throws IOException {
        if (line.startsWith("DATA")) {
            say(out, "354 go on");
        } else if (line.startsWith("RCPT") && refuses) {
            say(out, "554 not today");
        } else if (line.matches("(EHLO|HELO|MAIL|RCPT|RSET|NOOP|QUIT).*")) {
            say(out, "250 fine");
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.shutdown();
    }
}
