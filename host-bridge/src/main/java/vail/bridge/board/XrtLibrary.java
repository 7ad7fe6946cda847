package vail.bridge.board;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of AMD's XRT that are called here ({@code xrt/xrt_device.h, xrt_bo.h,
 * xrt_kernel.h}). OpenCL loads the same files, but reaches no register of a kernel. Stays loaded.
 */
@SuppressWarnings("restricted") // to call out of Java is what this class is for
final class XrtLibrary {
  final MethodHandle deviceOpen;
  final MethodHandle loadXclbinFile;
  final MethodHandle xclbinUuid;
  final MethodHandle deviceClose;
  final MethodHandle kernelOpen;
  final MethodHandle argGroup;
  final MethodHandle readRegister;
  final MethodHandle writeRegister;
  final MethodHandle kernelClose;
  final MethodHandle bufferAlloc;
  final MethodHandle bufferAddress;
  final MethodHandle bufferWrite;
  final MethodHandle bufferRead;
  final MethodHandle bufferSync;
  final MethodHandle bufferFree;

  private XrtLibrary(SymbolLookup library) {
    deviceOpen = bind(library, "xrtDeviceOpen", ADDRESS, JAVA_INT);
    loadXclbinFile = bind(library, "xrtDeviceLoadXclbinFile", JAVA_INT, ADDRESS, ADDRESS);
    xclbinUuid = bind(library, "xrtDeviceGetXclbinUUID", JAVA_INT, ADDRESS, ADDRESS);
    deviceClose = bind(library, "xrtDeviceClose", JAVA_INT, ADDRESS);
    kernelOpen = bind(library, "xrtPLKernelOpenExclusive", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    argGroup = bind(library, "xrtKernelArgGroupId", JAVA_INT, ADDRESS, JAVA_INT);
    readRegister = bind(library, "xrtKernelReadRegister", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    writeRegister = bind(library, "xrtKernelWriteRegister", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    kernelClose = bind(library, "xrtKernelClose", JAVA_INT, ADDRESS);
    bufferAlloc = bind(library, "xrtBOAlloc", ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_INT);
    bufferAddress = bind(library, "xrtBOAddress", JAVA_LONG, ADDRESS);
    bufferWrite = bind(library, "xrtBOWrite", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG);
    bufferRead = bind(library, "xrtBORead", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG);
    bufferSync = bind(library, "xrtBOSync", JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG);
    bufferFree = bind(library, "xrtBOFree", JAVA_INT, ADDRESS);
  }

  private static MethodHandle bind(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  /**
   * Loads XRT.
   *
   * @param name of the library, for the system's linker to find, or its file
   * @throws AbsentBoardException if it is not there, or another
   */
  static XrtLibrary load(String name) throws AbsentBoardException {
    try {
      return new XrtLibrary(SymbolLookup.libraryLookup(name, Arena.global()));
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      throw new AbsentBoardException(
          "AMD's XRT cannot be loaded: " + e.getMessage() + " (install xrt)");
    }
  }

  /** A downcall throws nothing of its own but for a mistake in how it is called. */
  static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("a call of XRT failed", e);
  }
}
