package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.live.BookEvent;
import vail.sim.live.Live;
import vail.sim.live.PassingOn;
import vail.sim.live.RoundDrift;
import vail.sim.live.Rounds;
import vail.sim.live.Upkeep;
import vail.sim.live.Watch;
import vail.sim.team.Team;

/** Rounds with values that drift; each ends with its certificate. */
final class LiveRounds implements Rounds {
  private final Campaign campaign;
  private final Team team;
  private final int dies;
  private final Lanes first;
  private final Upkeep upkeep;
  private final Map<Integer, Lanes> open = new ConcurrentHashMap<>();
  private final Map<Integer, RoundDrift> drift = new TreeMap<>();
  private final List<History.Happening> happenings = new ArrayList<>();
  private final long start = System.nanoTime();
  private final List<Long> ends = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final List<Certificate> certificates = new ArrayList<>();

  /** Rounds of what one would do that begins with a load. */
  LiveRounds(Material material, Campaign campaign, Load load, Team team) {
    this.campaign = campaign;
    this.team = team;
    dies = load.schedule().dies();
    upkeep = Upkeep.of(campaign.first(), load, campaign.limits());
    first = new Lanes(load, material.coder(), upkeep.shelves());
  }

  @Override
  public int count() {
    return campaign.rounds();
  }

  @Override
  public Lanes lanes(int round) {
    return open.computeIfAbsent(
        round, each -> first.with(campaign.values(each).vectors(), upkeep.shelves()));
  }

  @Override
  public void ended(int round, long nanos) {
    ends.add(System.nanoTime() - start);
    Certificate certificate = Live.certificate(lanes(round), dies, team);
    open.remove(round);
    times.add(nanos);
    certificates.add(certificate);
  }

  @Override
  public Optional<Upkeep> upkeep() {
    return Optional.of(upkeep);
  }

  /** Notes what is said of books, and passes it on. */
  Watch over(Watch next) {
    return new PassingOn(next) {
      @Override
      public void drifted(RoundDrift round) {
        synchronized (drift) {
          drift.put(round.round(), round);
        }
        super.drifted(round);
      }

      @Override
      public void refreshed(BookEvent event) {
        synchronized (happenings) {
          happenings.add(new History.Happening(event, System.nanoTime() - start));
        }
        super.refreshed(event);
      }
    };
  }

  /** All of it, once it has ended; other processes than the first know nothing of drift. */
  History history() {
    List<History.Round> rounds = new ArrayList<>();
    for (RoundDrift each : drift.values()) {
      rounds.add(
          new History.Round(
              each,
              campaign.values(each.round()).name(),
              ends.get(each.round()),
              times.get(each.round()),
              certificates.get(each.round())));
    }
    return new History(campaign, rounds, happenings);
  }

  /** What all rounds are worth together. */
  Certificate certificate() {
    return Certificate.of(certificates);
  }
}
