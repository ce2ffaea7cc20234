package se.lageskarta.service.measures;

import se.lageskarta.service.freetext.Written;

/**
 * An organisation that can answer for measures.
 *
 * @param name as it is written in the plan, 1 to 120 characters
 * @param address where reminders go, the mailbox of a function and no person's; empty when not known
 */
record Organisation(String name, String address) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 200;
    private static final String MAILBOX = "[^\\s@<>,;?&\"]{1,64}@[\\p{L}\\d.-]{3,120}";

    Organisation {
        Written written = new Written();
        name = written.text("name", name, 1, LONGEST_NAME);
        address = address == null ? "" : address.strip();
        if (address.length() > LONGEST_ADDRESS || (!address.isEmpty() && !address.matches(MAILBOX))) {
            written.fault("address", address, "measure.organisation.address");
        }
        written.refuseFaults();
    }
}
