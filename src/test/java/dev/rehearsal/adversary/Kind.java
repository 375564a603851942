package dev.rehearsal.adversary;

/** What somebody can do. */
enum Kind {
    SCHEDULE(9),
    SCHEDULE_AS_BALROG(3),
    DRAFT(3),
    SUBMIT(3),
    EDIT(4),
    HOLD(2),
    RESUME(3),
    RESOLVE(2),
    RESCHEDULE(3),
    COPY(2),
    WITHDRAW(1),
    GO_BACK(1),
    SIGN(18),
    UNSIGN(2),
    REQUEST_CHANGES(4),
    ANSWER(3),
    TAKE_BACK(1),
    PLAN(3),
    STOP(3),
    GO_ON(2),
    PASS(9),
    FAIL(2),
    LIFT(1),
    ENACT(4),
    BREAK_GLASS(2),
    TICK(9),
    DIRECT_RULE(5),
    DIRECT_RELEASE(4),
    DIRECT_LOCALE(2),
    DIRECT_PART(2),
    MAKE_PART(1),
    PIN(2),
    MAP(2),
    UNMAP(2),
    REQUIREMENT(1),
    GATE(1),
    UNGATE(1),
    RAIL(1),
    UNRAIL(1),
    PASS_OVER(3),
    PASS_OVER_NO_MORE(1),
    FREEZE(1),
    THAW(3),
    GIVE_ROLE(3),
    TAKE_ROLE(1),
    PERMIT(1),
    REMOVE_PERSON(1),
    MAKE_PERSON(2),
    REMOVE_ROW(2),
    MAKE_ROW(2),
    SHUT_OFF(1),
    SERVE_AGAIN(1),
    TOKEN(2);

    /** How often it is tried, as opposed to others. */
    final int weight;

    Kind(int weight) {
        this.weight = weight;
    }
}
