package io.github.flexalerts.benchmarks.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The page server: one process, one I/O thread, on the loopback. */
public final class PageServer {
    private static final int RULES = 10_000;
    private static final int MOST_BODY_BYTES = 64 * 1024;

    private PageServer() {}

    /**
     * Serves until the standard input ends, so that it never outlives who started it. Prints its port.
     *
     * @throws IOException if the standard input cannot be read
     */
    @SuppressWarnings("SystemOut") // the port is what the caller waits for
    public static void serve() throws IOException {
        Channel server = start();
        System.out.println("port " + ((InetSocketAddress) server.localAddress()).getPort());
        while (System.in.read() >= 0) {
            // whatever is said, it goes on
        }
        Runtime.getRuntime().halt(0);
    }

    private static Channel start() {
        RuleBlock block = RuleBlock.of(RULES);
        MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MOST_BODY_BYTES),
                                        new Answers(block));
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }
}
