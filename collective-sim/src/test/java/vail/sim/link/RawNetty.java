package vail.sim.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A connection of Netty and nothing else: the same arrays go in, arrays of the same sizes come out,
 * and what is under way is bounded by the same number of bytes.
 */
final class RawNetty implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final byte[] bytes;
  private int left;

  RawNetty(int bytes, int count) {
    this.bytes = new byte[bytes];
    left = count;
  }

  /** Sends all. */
  void run(int window, Promise<Long> end) {
    int count = left;
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(initially(new Receiver(count, end)))
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
    new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(window / 2, window))
        .handler(initially(new Sender()))
        .connect(server.localAddress())
        .syncUninterruptibly();
  }

  private static ChannelInitializer<Channel> initially(ChannelInboundHandlerAdapter handler) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(handler);
      }
    };
  }

  private final class Sender extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      send(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      send(context);
    }

    private void send(ChannelHandlerContext context) {
      while (left > 0 && context.channel().isWritable()) {
        left--;
        var _ = context.writeAndFlush(Unpooled.wrappedBuffer(bytes), context.voidPromise());
      }
    }
  }

  private final class Receiver extends ChannelInboundHandlerAdapter {
    private final Promise<Long> end;
    private int due;
    private byte[] filled = new byte[bytes.length];
    private int size;

    Receiver(int due, Promise<Long> end) {
      this.due = due;
      this.end = end;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf read = (ByteBuf) message;
      while (read.isReadable()) {
        int portion = Math.min(filled.length - size, read.readableBytes());
        read.readBytes(filled, size, portion);
        size += portion;
        if (size == filled.length) {
          filled = new byte[bytes.length];
          size = 0;
          if (--due == 0) {
            end.complete(System.nanoTime());
          }
        }
      }
      read.release();
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully().syncUninterruptibly();
  }
}
