package org.robotoverlord.it.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands between one client and its server, and passes on what they say. It can keep the server's answers to itself, and cut the
 * connection, whole or by half. It knows nothing of what is said, so it serves every database.
 */
final class Proxy implements AutoCloseable {
    private final ServerSocket door;
    private final int port;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean holding;
    private boolean hasHeld;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<Socket> servers = new CopyOnWriteArrayList<>();

    /** @param port of the server, on this machine */
    Proxy(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        thread(this::accept);
    }

    /** Where it listens, on this machine. */
    int port() {
        return door.getLocalPort();
    }

    /** From now on, answers of the server stay here. */
    void hold() {
        change(() -> {
            holding = true;
            hasHeld = false;
        });
    }

    /** Whether there is an answer that stays here: the server has done what it was asked for. */
    boolean hasHeld() {
        lock.lock();
        try {
            return hasHeld;
        } finally {
            lock.unlock();
        }
    }

    /** Passes on what stayed here, and all that follows. */
    void release() {
        change(() -> holding = false);
    }

    /** Ends the connection on both sides, without a word, as a reset does. */
    void cut() {
        clients.forEach(Proxy::reset);
        servers.forEach(Proxy::reset);
    }

    /** The client hears that nothing more will come; the server hears nothing until the client has gone. */
    void closeHalf() {
        for (Socket client : clients) {
            try {
                client.shutdownOutput();
            } catch (IOException gone) {
                // It has heard so already.
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket from = door.accept();
                from.setTcpNoDelay(true);
                Socket to = new Socket("127.0.0.1", port);
                to.setTcpNoDelay(true);
                clients.add(from);
                servers.add(to);
                thread(() -> pass(from, to, false));
                thread(() -> pass(to, from, true));
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (answers) {
                    awaitRelease();
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException ended) {
            // Then the other side ends as well.
        }
    }

    private void awaitRelease() throws IOException {
        lock.lock();
        try {
            while (holding) {
                hasHeld = true;
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // It is what was wanted.
        }
    }

    private static void thread(Runnable what) {
        Thread thread = new Thread(what, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        release();
        cut();
        try {
            door.close();
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }
}
