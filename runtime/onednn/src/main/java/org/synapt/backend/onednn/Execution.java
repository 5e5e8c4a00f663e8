package org.synapt.backend.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_default_flags;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_destroy;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** A primitive with its operands in place, run by one thread at a time. */
final class Execution implements AutoCloseable {
  private final Ledger ledger;
  private final Scratchpad scratchpad;
  private final Handles handles;
  private final dnnl_memory scratch;
  private final List<NativeMemory> operandMemory = new ArrayList<>();
  private final List<Borrowed> borrowed = new ArrayList<>();
  private final List<NativeMemory> written = new ArrayList<>();
  private final Runnable release;
  private NativeMemory scratchMemory;

  /**
   * Prepares a primitive.
   *
   * @param engine the backend's
   * @param part whose scratchpad it uses
   * @param description what it computes; the caller destroys it
   * @param operands all it reads and writes
   * @throws IllegalArgumentException if one is another backend's
   */
  Execution(Engine engine, int part, dnnl_primitive_desc description, Operand... operands) {
    OpenMp.stayHere();
    Implementation.log(description);
    this.ledger = engine.ledger();
    this.scratchpad = engine.scratchpad(part);
    dnnl_memory_desc pad = dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
    scratchpad.reserve(dnnl_memory_desc_get_size(pad));
    for (Operand operand : operands) {
      operand.memory().require(ledger);
    }
    scratchMemory = scratchpad.memory();
    handles = new Handles(engine, description, operands.length + 1);
    for (int i = 0; i < operands.length; i++) {
      Operand operand = operands[i];
      operandMemory.add(operand.memory());
      if (operand.isWritten() && !written.contains(operand.memory())) {
        written.add(operand.memory());
      }
      long address = operand.memory().address(operand.at());
      dnnl_memory handle = handles.bind(engine, i, operand.argument(), operand.layout(), address);
      if (operand.memory() instanceof BorrowedMemory) {
        borrowed.add(new Borrowed(handle, operand.memory(), operand.at(), address));
      }
    }
    scratch =
        handles.bind(engine, operands.length, DNNL_ARG_SCRATCHPAD, pad, scratchMemory.address(0));
    release = ledger.enter(this, handles::destroy);
  }

  /**
   * Runs it on this thread, and touches what it writes.
   *
   * @throws IllegalStateException if the backend is closed
   */
  void run() {
    OpenMp.stayHere();
    ledger.requireOpen();
    try {
      execute();
      for (int i = 0; i < written.size(); i++) {
        written.get(i).touch();
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private void execute() {
    if (scratchMemory != scratchpad.memory()) {
      scratchMemory = scratchpad.memory();
      dnnl_memory_set_data_handle(scratch, new NativeMemory.Address(scratchMemory.address(0)));
    }
    for (int i = 0; i < borrowed.size(); i++) {
      borrowed.get(i).follow();
    }
    handles.execute();
  }

  @Override
  public void close() {
    release.run();
  }

  /** An operand that lies where its buffer's memory of the moment does. */
  private static final class Borrowed {
    private final dnnl_memory handle;
    private final NativeMemory memory;
    private final int at;
    private final NativeMemory.Address address;

    Borrowed(dnnl_memory handle, NativeMemory memory, int at, long address) {
      this.handle = handle;
      this.memory = memory;
      this.at = at;
      this.address = new NativeMemory.Address(address);
    }

    /** Goes where the memory is now. */
    void follow() {
      long now = memory.address(at);
      if (now != address.address()) {
        dnnl_memory_set_data_handle(handle, address.at(now));
      }
    }
  }

  /** What oneDNN gave us and wants back. */
  private static final class Handles {
    private final dnnl_primitive primitive = new dnnl_primitive();
    private final dnnl_stream stream = new dnnl_stream();
    private final dnnl_exec_arg_t arguments;
    private final List<dnnl_memory> memories = new ArrayList<>();
    private final int count;

    Handles(Engine engine, dnnl_primitive_desc description, int count) {
      this.count = count;
      // Not new dnnl_exec_arg_t(count): JavaCPP refuses that in a process that is larger than its
      // heap by much.
      this.arguments =
          new dnnl_exec_arg_t(Pointer.calloc(count, Loader.sizeof(dnnl_exec_arg_t.class)));
      Status.check(dnnl_primitive_create(primitive, description), "make a primitive");
      Status.check(
          dnnl_stream_create(stream, engine.cpuEngine(), dnnl_stream_default_flags),
          "make a stream");
    }

    dnnl_memory bind(Engine engine, int i, int argument, dnnl_memory_desc layout, long address) {
      dnnl_memory memory = new dnnl_memory();
      Status.check(
          dnnl_memory_create(memory, layout, engine.cpuEngine(), new NativeMemory.Address(address)),
          "bind an operand");
      memories.add(memory);
      arguments.position(i).arg(argument).memory(memory);
      arguments.position(0);
      return memory;
    }

    void execute() {
      Status.check(dnnl_primitive_execute(primitive, stream, count, arguments), "run a primitive");
    }

    void destroy() {
      memories.forEach(memory -> dnnl_memory_destroy(memory));
      dnnl_stream_destroy(stream);
      dnnl_primitive_destroy(primitive);
      Pointer.free(arguments);
    }
  }
}
