import CZlib

/// Compression by zlib in the gzip format (RFC 1952).
public enum Gzip {
  /// Compresses bytes at once; `nil` where zlib has no memory.
  public static func compress(_ bytes: some Collection<UInt8>, level: Int32 = 6) -> [UInt8]? {
    guard let stream = GzipStream(level: level) else { return nil }
    return stream.write(Array(bytes), finish: true)
  }
}

/// A compression in progress: bytes in, bytes out, until finished.
final class GzipStream {
  private var stream = z_stream()

  init?(level: Int32) {
    // 15 bits of window, plus 16 for the gzip format.
    let status = deflateInit2_(
      &stream,
      level,
      Z_DEFLATED,
      15 + 16,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard status == Z_OK else { return nil }
  }

  deinit { deflateEnd(&stream) }

  /// Compresses the next bytes and gives what is ready; at the end, all that remains.
  func write(_ bytes: [UInt8], finish: Bool) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    let chunk = max(1_024, min(65_536, bytes.count / 2 + 64))
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      repeat {
        let filled = output.count
        output.append(contentsOf: repeatElement(0, count: chunk))
        output.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress.map { $0 + filled }
          stream.avail_out = UInt32(chunk)
          _ = deflate(&stream, finish ? Z_FINISH : Z_NO_FLUSH)
        }
        output.removeLast(Int(stream.avail_out))
      } while stream.avail_out == 0
      stream.next_in = nil
    }
    return output
  }
}
