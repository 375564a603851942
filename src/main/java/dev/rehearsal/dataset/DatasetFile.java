package dev.rehearsal.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file that a dataset comes from, or a resource of the program itself. */
public final class DatasetFile {

    private static final String CLASSPATH = "classpath:";

    private final String location;

    private DatasetFile(String location) {
        this.location = location;
    }

    /** @param location a path, or {@code classpath:} and the path of a resource */
    public static DatasetFile at(String location) {
        return new DatasetFile(location);
    }

    /** @throws DatasetException with a sentence about the file if it cannot be read */
    InputStream open() {
        return location.startsWith(CLASSPATH) ? openResource(location.substring(CLASSPATH.length())) : openFile();
    }

    private InputStream openResource(String path) {
        InputStream resource = DatasetFile.class.getResourceAsStream(path.startsWith("/") ? path : "/" + path);
        if (resource == null) {
            throw new DatasetException("There is no dataset '" + location + "' in the program.");
        }
        return resource;
    }

    private InputStream openFile() {
        try {
            Path path = Path.of(location);
            if (!Files.exists(path)) {
                throw new DatasetException("There is no file '" + location + "' (looked for " + path.toAbsolutePath()
                        + "): name the dataset to import.");
            }
            if (!Files.isRegularFile(path)) {
                throw new DatasetException("'" + location + "' is not a file: name the dataset to import.");
            }
            return Files.newInputStream(path);
        } catch (InvalidPathException e) {
            throw new DatasetException("'" + location + "' is not a file name: name the dataset to import.");
        } catch (AccessDeniedException e) {
            throw new DatasetException("The file '" + location + "' may not be read by this user.");
        } catch (IOException e) {
            throw new DatasetException("The file '" + location + "' cannot be read: " + e.getMessage() + ".");
        }
    }

    @Override
    public String toString() {
        return location;
    }
}
