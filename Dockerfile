# Builds Rehearsal and runs it as an unprivileged user, from a cache of loaded classes that halves the start.
# A release names both images by digest: see docs/releasing.md.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
ARG COMMIT=
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -q dependency:go-offline -Dspotless.check.skip || true
COPY frontend frontend
COPY src src
# There is no .git here: the commit is told by whoever builds.
RUN if [ -n "$COMMIT" ]; then echo "git.commit.id=$COMMIT" > src/main/resources/git.properties; fi \
    && mvn -q package -DskipTests -Dspotless.check.skip

FROM ${RUN_IMAGE}
RUN useradd --system --uid 10001 --home-dir /rehearsal --create-home rehearsal \
    && mkdir /rehearsal/data && chown rehearsal /rehearsal/data
WORKDIR /rehearsal
COPY --from=build /src/target/rehearsal.jar ./
# One start up to where the web server would open; a cache that does not fit the JVM is left aside, not an error.
RUN java -XX:AOTCacheOutput=rehearsal.aot -Xlog:disable -Dspring.context.exit=onRefresh \
    -jar rehearsal.jar --spring.datasource.url=jdbc:h2:mem:training
USER rehearsal
VOLUME /rehearsal/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /__heartbeat__ HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q 200"]
ENTRYPOINT ["java", "-XX:AOTCache=rehearsal.aot", "-XX:MaxRAMPercentage=75", "-jar", "rehearsal.jar"]
