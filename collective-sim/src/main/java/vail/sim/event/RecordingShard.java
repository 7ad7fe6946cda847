package vail.sim.event;

/** A shard that tells a recorder; a class of its own, so that others need not ask for one. */
final class RecordingShard extends Shard {
  private final Run run;
  private final Recorder recorder;

  RecordingShard(Run run, Mail mail, Recorder recorder) {
    super(run, mail);
    this.run = run;
    this.recorder = recorder;
  }

  @Override
  void worked(int die, int op, int lane, int unit, long now, long start, long end) {
    int kind = run.schedule.program(die).kind(op).code();
    recorder.worked(new Recorder.Work(die, op, lane, run.units.index(unit, kind), now, start, end));
  }

  @Override
  void carried(int link, Message message, long now, long start, long end) {
    recorder.carried(
        new Recorder.Transfer(
            link, message.from, message.send, message.to, message.lane, now, start, end));
  }
}
