package dev.rehearsal.enactment.exploration;

final class Attacks {
    public static void main(String[] a) {
        for (Attack attack : Attack.values()) {
            Desk desk = Desk.of(new Judge());
            World w = Cast.world();
            StringBuilder told = new StringBuilder();
            String end = "";
            for (Act act : attack.path()) {
                try {
                    World next = act.on(desk, w);
                    told.append(next == null ? "x" : "+");
                    w = next == null ? w : next;
                } catch (Violation v) {
                    end = "VIOLATION " + v.getMessage();
                    break;
                }
            }
            System.out.println(attack + " " + told + " shipped " + attack.hasShipped(w) + " " + end);
        }
    }
}
