-- What wrk asks for: addresses out of a file, in random order, or new memberships; after a pause where one is wanted.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local function lines(path)
  local all = {}
  for line in io.lines(path) do
    all[#all + 1] = line
  end
  return all
end

function init(args)
  math.randomseed(tonumber(os.getenv("BENCH_SEED")) * 100 + number)
  if os.getenv("BENCH_CASE") == "insert" then
    clusters = lines(args[1] .. "/all-clusters.txt")
    organisations = lines(args[1] .. "/organisations.txt")
    headers = {
      ["Content-Type"] = "application/json",
      ["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY"),
    }
  else
    requests = {}
    for i, path in ipairs(lines(args[1] .. "/" .. os.getenv("BENCH_CASE") .. ".txt")) do
      requests[i] = wrk.format("GET", path)
    end
  end
end

-- Milliseconds, on average as many as wanted; wrk takes whole ones.
if os.getenv("BENCH_PAUSE") ~= "" then
  function delay()
    return math.floor(-tonumber(os.getenv("BENCH_PAUSE")) * math.log(1 - math.random()) + math.random())
  end
end

local function any(list)
  return list[math.random(#list)]
end

-- Up to 28 days of 2005 to 2008: after all clusters began, before all memberships that are generated and
-- those that pgbench makes.
local function new_membership()
  local year, month, day = math.random(2005, 2008), math.random(1, 12), math.random(1, 27)
  return string.format(
    '{"cluster":"%s","organisation":"%s","from":"%d-%02d-%02d","until":"%d-%02d-%02d"}',
    any(clusters), any(organisations), year, month, day, year, month, math.random(day + 1, 28))
end

function request()
  if requests then
    return any(requests)
  end
  return wrk.format("POST", "/api/v1/memberships", headers, new_membership())
end

function done(summary, latency, requests)
  local seconds = summary.duration / 1e6
  local bad = summary.errors.status
  local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %.1f %d %d %d %.2f\n",
    (summary.requests - bad) / seconds, summary.requests, bad, broken, latency:percentile(99) / 1000))
end
