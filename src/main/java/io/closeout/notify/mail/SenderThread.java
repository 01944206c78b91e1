package io.closeout.notify.mail;

import io.closeout.notify.MailSettings;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the sender look again and again, on a thread of its own: a mail server that hangs holds up nothing else. Runs only while mail is on. */
@Component
class SenderThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SenderThread.class);
    private static final int GRACE_SECONDS = 20;

    private final Sender sender;
    private final MailServer server;
    private final MailSettings settings;
    private Optional<ScheduledExecutorService> thread = Optional.empty();

    SenderThread(Sender sender, MailServer server, MailSettings settings) {
        this.sender = sender;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (server.isOn()) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor();
            long pause = settings.every().toMillis();
            started.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
            thread = Optional.of(started);
            log.info("Mail is on, sent by {}", server.name());
        }
    }

    /** The schedule would end with the first failure, such as a database that is restarted. */
    private void round() {
        try {
            sender.round();
        } catch (RuntimeException e) {
            log.warn("Looking after mail failed; tried again soon", e);
        }
    }

    /** Never by interrupting: an interrupted thread closes the file of an H2 database under everybody. */
    @Override
    public void stop() {
        thread.ifPresent(running -> {
            running.shutdown();
            try {
                if (!running.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    log.info("A mail is still being sent; if the program ends first, it is shown as in doubt");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
    }
}
