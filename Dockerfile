# Builds Rehearsal and runs it as an unprivileged user, from a layered jar: a new version ships as one small layer.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -q dependency:go-offline -Dspotless.check.skip || true
COPY frontend frontend
COPY src src
RUN mvn -q package -DskipTests -Dspotless.check.skip \
    && java -Djarmode=tools -jar target/rehearsal.jar extract --layers --destination target/layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /rehearsal --create-home rehearsal \
    && mkdir /rehearsal/data && chown rehearsal /rehearsal/data
WORKDIR /rehearsal
COPY --from=build /src/target/layers/dependencies/ ./
COPY --from=build /src/target/layers/spring-boot-loader/ ./
COPY --from=build /src/target/layers/snapshot-dependencies/ ./
COPY --from=build /src/target/layers/application/ ./
USER rehearsal
VOLUME /rehearsal/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /__heartbeat__ HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q 200"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "rehearsal.jar"]
