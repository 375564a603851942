package dev.rehearsal.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of this API, for programs that make clients of it and for people; open to everybody. */
@RestController
class OpenApiDescription {

    private static final Resource DESCRIPTION = new ClassPathResource("openapi.yaml", OpenApiDescription.class);

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(DESCRIPTION);
    }
}
