import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that hold a place without making progress, and those that send more than they may.
///
/// A connection has a deadline for each head, each body and each stalled response, whatever trickles
/// meanwhile; an
/// idle timer alone would let one byte every few seconds live for ever.
final class SlowClientGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let headTime: TimeAmount
  private let bodyTime: TimeAmount
  private let stallTime: TimeAmount
  private let configuration: WebConfiguration
  private var largestBody: Int
  private var deadline: Scheduled<Void>?
  private var stallDeadline: Scheduled<Void>?
  private var bodyBytes = 0
  /// Where the time to send the body begins anew: a long file may take long, but not dawdle.
  private var nextMilestone = SlowClientGuard.milestone

  /// A body must bring so many bytes in the time allowed for one: 64 KiB a minute.
  private static let milestone = 65_536
  private var isReadingRequest = false

  init(configuration: WebConfiguration) {
    headTime = .seconds(Int64(configuration.headSeconds))
    bodyTime = .seconds(Int64(configuration.bodySeconds))
    stallTime = .seconds(Int64(configuration.stallSeconds))
    self.configuration = configuration
    largestBody = configuration.largestBody
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { expect(within: headTime, context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { cancelAll() }

  func channelActive(context: ChannelHandlerContext) {
    expect(within: headTime, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    cancelAll()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      bodyBytes = 0
      nextMilestone = Self.milestone
      largestBody = configuration.largestBody(for: (head.path ?? "")[...])
      isReadingRequest = true
      expect(within: bodyTime, context)
    case .body(let buffer):
      bodyBytes += buffer.readableBytes
      // What is announced within the limit but sent beyond it, or not announced at all.
      if bodyBytes > largestBody { return context.close(promise: nil) }
      if bodyBytes >= nextMilestone, largestBody > configuration.largestBody {
        nextMilestone = bodyBytes + Self.milestone
        expect(within: bodyTime, context)
      }
    case .end:
      isReadingRequest = false
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data), !isReadingRequest { expect(within: headTime, context) }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    stallDeadline?.cancel()
    stallDeadline = context.channel.isWritable ? nil : close(after: stallTime, context)
    context.fireChannelWritabilityChanged()
  }

  private func expect(within time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = close(after: time, context)
  }

  private func close(after time: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  private func cancelAll() {
    deadline?.cancel()
    stallDeadline?.cancel()
    deadline = nil
    stallDeadline = nil
  }
}
