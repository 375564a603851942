package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A release that a dataset brings.
 *
 * @param partVersions data versions by path, of parts that are not at the version of the release (the base part) or at 1
 *     (locales)
 * @param incarnation 0 for one that nobody has reserved
 */
public record NewRelease(
        ReleaseName name,
        String product,
        boolean readOnly,
        int dataVersion,
        CheckedBlob blob,
        Map<String, Integer> partVersions,
        long incarnation) {

    public Release row() {
        return new Release(name, product, readOnly, dataVersion, blob.manifest().content())
                .withIncarnation(incarnation);
    }

    public List<ReleasePart> partRows() {
        List<ReleasePart> rows = new ArrayList<>();
        blob.manifest().parts().forEach((path, hash) -> {
            int byItself = path.equals(BlobParts.BASE_PATH) ? dataVersion : 1;
            rows.add(new ReleasePart(path, hash, partVersions.getOrDefault(path, byItself)));
        });
        return rows;
    }
}
