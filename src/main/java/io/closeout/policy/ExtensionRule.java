package io.closeout.policy;

/**
 * Who signs a request for more time.
 *
 * @param words why nobody may grant it; empty otherwise
 * @param decideWithinDays calendar days for each signature
 */
public record ExtensionRule(Signers signers, String words, int decideWithinDays, String source) {

    public enum Signers {
        ISSM("ISSM"),
        ISSM_AND_LEADERSHIP("ISSM and leadership"),
        NOBODY("nobody may");

        private final String label;

        Signers(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean leadershipSigns() {
        return signers == Signers.ISSM_AND_LEADERSHIP;
    }
}
