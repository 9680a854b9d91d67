package io.github.flexalerts.bulk;

/** A file is not a complete export or plan of a known version. The message names the file's problem and no data. */
public final class ExportFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason what is wrong, in one sentence
     */
    public ExportFileException(String reason) {
        super(reason);
    }
}
