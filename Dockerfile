# syntax=docker/dockerfile:1
# With buildah: buildah bud --format docker --build-arg COMMIT=… . (the format OCI has no HEALTHCHECK).
FROM eclipse-temurin:25.0.4_7-jdk-noble AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
COPY src/build src/build
# the guides that the service shows
COPY docs docs
# The commit it is made of (docker build --build-arg COMMIT=…): the repository itself stays outside.
ARG COMMIT=unknown
# The cache keeps Maven and its repository from build to build; nothing of it gets into the image.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests -Dgit.commit.id="$COMMIT" package


FROM eclipse-temurin:25.0.4_7-jre-noble AS application

# A fixed number, so that volumes and policies can name the user. /copies is for long answers that
# are being read, /data for a trial on the embedded database only (GRAPPE_DATA_DIR=/data): nothing
# else here can be written by the service.
RUN groupadd --gid 10001 grappe \
 && useradd --uid 10001 --gid grappe --no-create-home --home-dir /data --shell /usr/sbin/nologin grappe \
 && install --directory --owner grappe --group grappe --mode 0700 /data /var/spool/grappe /copies

# What changes rarely comes first. All of it belongs to root and is read only to the service.
WORKDIR /opt/grappe
COPY --from=build /build/target/quarkus-app/lib/ lib/
COPY --from=build /build/target/quarkus-app/*.jar ./
COPY --from=build /build/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /build/target/quarkus-app/app/ app/
COPY --from=build /build/target/classes/META-INF/sbom/ sbom/


# Java takes a cache only where it and the jars are the very files that the cache was made with. The
# database that this needs, and what it keeps, stay behind.
FROM application AS trained
COPY deploy/train /train
RUN install --directory --owner grappe --group grappe /trained
USER 10001:10001
RUN bash /train /opt/grappe /trained


FROM application
COPY --from=trained --chown=0:0 /trained/app.aot ./

# Files of imports wait on a disk: /tmp may be memory.
ENV GRAPPE_IMPORTS_DIR=/var/spool/grappe
VOLUME /var/spool/grappe

USER 10001:10001
EXPOSE 8080

# On a disk rather than in /tmp, which is often memory. A volume that is made for it belongs to the user.
ENV GRAPPE_COPIES_DIR=/copies
VOLUME /copies

# Read by java itself, so that no shell stands between the signals and the service; set it anew to
# change them. The rest of the memory is for threads, buffers and the JVM itself.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC -XX:InitialHeapSize=32m -XX:NewSize=10m"
ARG COMMIT=unknown
ARG VERSION=1.1.0-SNAPSHOT
LABEL org.opencontainers.image.title="Grappe" \
      org.opencontainers.image.description="The system of record of regional business clusters" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="The maintainers of Grappe" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$COMMIT"
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]

# The base image has neither curl nor wget, and a JVM for each question would cost more than the answer.
HEALTHCHECK --interval=10s --timeout=7s --start-period=60s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${QUARKUS_MANAGEMENT_PORT:-9000} && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 6 _ status _ <&3 && [ \"$status\" = 200 ] || exit 1"]
