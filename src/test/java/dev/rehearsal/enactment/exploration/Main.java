package dev.rehearsal.enactment.exploration;

import java.util.*;

final class Main {
    public static void main(String[] args) {
        Desk desk = Desk.of(new Judge());
        int depth = Integer.parseInt(args[0]);
        int most = Integer.parseInt(args[1]);
        int acts = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        for (Seed seed : Seed.values()) {
            long t = System.nanoTime();
            World w;
            try {
                w = seed.world(desk);
            } catch (Violation v) {
                System.out.println(seed + " NOT REACHED " + v.getMessage());
                continue;
            }
            Explorer e = new Explorer(desk);
            e.explore(w, Acts.of(List.of(Kind.values()), acts), depth, most);
            System.out.println(seed + " transitions " + e.transitions() + " states " + e.states() + " deepest "
                    + e.deepest() + " complete " + e.complete() + " in " + (System.nanoTime() - t) / 1000000 + " ms");
            System.out.println(e.accepted());
            e.violations().forEach((v, p) -> System.out.println("  VIOLATION " + v + "\n     " + p));
        }
    }
}
