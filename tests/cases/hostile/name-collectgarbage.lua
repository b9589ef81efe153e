-- Stopping the collector.
-- expect: error: unknown name 'collectgarbage'
collectgarbage("stop")
