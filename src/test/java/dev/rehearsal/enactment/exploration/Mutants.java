package dev.rehearsal.enactment.exploration;

import java.util.*;

final class Mutants {
    public static void main(String[] a) {
        for (Mutant mutant : Mutant.values()) {
            for (Attack attack : mutant.lets()) {
                Desk desk = Desk.of(mutant.judge());
                Explorer e = new Explorer(desk);
                long t = System.nanoTime();
                e.explore(
                        Cast.world(),
                        attack.path().stream().distinct().toList(),
                        attack.path().size(),
                        300000);
                System.out.println(mutant + " " + attack + " " + e.transitions() + " " + e.complete() + " "
                        + e.violations().size() + " in " + (System.nanoTime() - t) / 1000000);
                e.violations().entrySet().stream()
                        .limit(1)
                        .forEach(x -> System.out.println("    "
                                + x.getKey()
                                        .substring(0, Math.min(150, x.getKey().length())) + "\n    " + x.getValue()));
            }
        }
        for (Attack attack : Attack.values()) {
            Explorer e = new Explorer(Desk.of(new Judge()));
            e.explore(
                    Cast.world(),
                    attack.path().stream().distinct().toList(),
                    attack.path().size(),
                    300000);
            if (!e.violations().isEmpty()) System.out.println("PRODUCT " + attack + " " + e.violations());
        }
    }
}
