# The current LTS of Node; another: docker build --build-arg NODE=22
ARG NODE=lts
FROM node:${NODE}-slim

# For the embedded Redis; with REDIS_URL it stays unused.
RUN apt-get update \
 && apt-get install -y --no-install-recommends redis-server \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /attache
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/var/lib/attache

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY data ./data
COPY scenes ./scenes
COPY src ./src

RUN install -d -o node -g node -m 700 "$DATA_DIR"
USER node
VOLUME /var/lib/attache
EXPOSE 8080

HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# Not through npm: signals must reach the program, which then stops cleanly, its Redis with it.
CMD ["node", "--import", "tsx", "src/main.ts"]
