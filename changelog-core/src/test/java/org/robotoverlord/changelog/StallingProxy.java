package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Stands before a server, and carries everything until it is told to stall: from then on nothing, without closing anything. */
final class StallingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final String url;
    private final URI server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stalled;

    private StallingProxy(ServerSocket door, String url) {
        this.door = door;
        this.url = url;
        this.server = URI.create(url.substring("jdbc:".length()));
    }

    /** One before the server of a JDBC URL. */
    static StallingProxy before(String url) throws IOException {
        StallingProxy proxy = new StallingProxy(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), url);
        daemon(proxy::accept);
        return proxy;
    }

    /** The JDBC URL through it. */
    String url() {
        return url.replace(":" + server.getPort() + "/", ":" + door.getLocalPort() + "/");
    }

    /** From now on it carries nothing. */
    void stall() {
        stalled = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                open.addAll(List.of(client, behind));
                daemon(() -> carry(client, behind));
                daemon(() -> carry(behind, client));
            }
        } catch (IOException over) {
            // It was closed.
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (stalled) {
                    closed.await();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever was at one end sees it at the other.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stalling-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        closed.countDown();
    }
}
