package io.closeout.notify.mail;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks just enough SMTP to go over to TLS where it is asked to, which GreenMail does not. Its certificate is GreenMail's own. */
final class TlsMailServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();
    private final List<String> overTls = new CopyOnWriteArrayList<>();

    TlsMailServer() throws IOException {
        thread.execute(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Lines that anybody on the way could read. */
    List<String> inTheClear() {
        return inTheClear;
    }

    List<String> overTls() {
        return overTls;
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            say(client, "220 careful");
            if (answers(client, inTheClear)) {
                try (SSLSocket secured = secured(client)) {
                    answers(secured, overTls);
                }
            }
        } catch (IOException handshakeRefused) {
            // the client does not like the certificate
        }
    }

    /** @return whether TLS was asked for */
    private static boolean answers(Socket client, List<String> heard) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("STARTTLS")) {
                say(client, "220 go ahead");
                return true;
            }
            if (line.startsWith("EHLO")) {
                say(client, "250-careful\r\n250 STARTTLS");
            } else if (line.startsWith("DATA")) {
                say(client, "354 go on");
            } else if (line.equals(".") || line.matches("(MAIL|RCPT|RSET|NOOP|QUIT).*")) {
                say(client, "250 fine");
            }
        }
        return false;
    }

    private static SSLSocket secured(Socket client) throws IOException {
        SSLSocket secured = (SSLSocket) tls().getSocketFactory().createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext tls() {
        try (InputStream stored = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.shutdown();
    }
}
